"""Text reduced to what quotations are compared by, and the way back."""
