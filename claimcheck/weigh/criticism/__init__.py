"""Source criticism: grades of attestations, sides compared rule by rule, and who could not have known."""
