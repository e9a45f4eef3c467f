window.RAN=1
