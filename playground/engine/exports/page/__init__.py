"""The trained network as a page that runs: the arithmetic (network.js), what one touches (page.js), its look."""
