"""From a quotation to the places where it may stand."""
