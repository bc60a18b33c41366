using RetailMember.Brands;

namespace RetailMember.Messages;

/// <summary>
/// Sends one short message to one person at once: a one-time code, a word that something was done. Which gateway carries
/// it is a matter of configuration.
/// </summary>
public interface IMessageSender
{
    /// <summary>Whether anything could be sent now; asked before a person is asked for his number.</summary>
    bool IsReady(Brand brand);

    /// <summary>
    /// Refuses <c>messages.no-gateway</c> where none is configured. A gateway that does not take the message is no refusal:
    /// the outcome says so. Codes are never logged.
    /// </summary>
    Task<MessageOutcome> SendAsync(OutgoingMessage message, CancellationToken cancel);
}

/// <param name="Mobile">In the form in which it is stored: eleven digits, or + and country code.</param>
/// <param name="Purpose">What it is for, such as <c>portal.log-in</c>: chooses the gateway's template.</param>
/// <param name="Text">Text key; the text names its values as {name}.</param>
/// <param name="Language">zh-Hans or en.</param>
public sealed record OutgoingMessage(
    Brand Brand,
    string Mobile,
    string Purpose,
    string Text,
    IReadOnlyList<(string Name, object? Value)> Values,
    string Language);

/// <param name="Accepted">Whether the gateway took it.</param>
/// <param name="Reference">The gateway's number for it, to ask about it later.</param>
public sealed record MessageOutcome(bool Accepted, string? Reference);
