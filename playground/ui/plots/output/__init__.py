"""The view of the network's output over its inputs."""
