namespace RetailMember.Host.Setup;

/// <summary>The host cannot do what it was asked for; the message says what the person at the keyboard can do about it.</summary>
public sealed class HostFault(string message) : Exception(message);
