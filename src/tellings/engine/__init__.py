"""Engine: runs the stages over pages, on this machine or on a cluster."""
