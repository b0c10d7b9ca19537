"""What is being written down, apart from any screen; verbs and screens share it."""
