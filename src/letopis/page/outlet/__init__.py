"""The name of the outlet: from a page's data, its title and masthead, its address, its line of copyright."""
