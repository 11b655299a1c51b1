"""SMS and WhatsApp, through Twilio: each message comes as a signed request, whose response holds the answer."""
