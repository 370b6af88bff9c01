"""Where things stand: pages, notes, sections, and the locators that name them."""
