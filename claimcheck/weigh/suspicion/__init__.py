"""Dependence that nobody declared: suspected from what sources share, told with its chance, never a link."""
