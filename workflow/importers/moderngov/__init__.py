"""ModernGov, the committee system of some three hundred councils: its pages and its web service, one file a form."""
