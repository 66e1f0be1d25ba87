print("waarborg")
