"""How dates are written: calendars, EDTF, words of five languages. `values/date.py` is the kind."""
