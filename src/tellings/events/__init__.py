"""Events: who did what to whom, coded in PLOVER and merged over tellings."""
