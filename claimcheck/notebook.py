"""A report that a notebook shows by itself."""

from __future__ import annotations

from attrs import frozen

from claimcheck.model.report import Report


@frozen(kw_only=True)
class Examination(Report):
    """What `claimcheck.examine` returns: a report that shows itself as HTML in a notebook."""

    def _repr_html_(self) -> str:
        from claimcheck.report.html_fragment import report_html

        return report_html(self)
