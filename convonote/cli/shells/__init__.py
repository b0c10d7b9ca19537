"""What bash, zsh and fish need to complete a command, made from what each verb takes."""
