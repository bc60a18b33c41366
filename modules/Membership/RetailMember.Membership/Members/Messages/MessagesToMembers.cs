using Microsoft.Extensions.Logging;
using RetailMember.Brands;
using RetailMember.Data;
using RetailMember.Messages;
using RetailMember.Texts;
using RetailMember.Values;

namespace RetailMember.Membership.Members.Messages;

/// <inheritdoc cref="IMemberMessages" />
internal sealed partial class MessagesToMembers(
    IMemberContacts contacts, IMessageSender sender, IBrandDirectory brands, DataSession session, ILogger<MessagesToMembers> log)
    : IMemberMessages
{
    /// <summary>Nobody has said which language he reads.</summary>
    private const string Language = TextCatalogue.DefaultLanguage;

    public bool IsReady => sender.IsReady(Brand);

    private Brand Brand => brands.Find(session.Brand!.Value)!;

    public async Task SendAsync(IReadOnlyCollection<MemberMessage> messages, CancellationToken cancel)
    {
        if (messages.Count == 0 || !IsReady) return;
        var known = await contacts.OfAsync([.. messages.Select(m => m.Member).Distinct()], cancel);
        var (brand, outgoing) = (Brand, new List<OutgoingMessage>(messages.Count));
        foreach (var message in messages)
            if (known.TryGetValue(message.Member, out var contact)) outgoing.Add(Outgoing(message, contact.Mobile, brand));
        session.AfterCommit(() => SendAsync(outgoing));
    }

    private async Task SendAsync(List<OutgoingMessage> messages)
    {
        foreach (var message in messages)
        {
            try
            {
                var sent = await sender.SendAsync(message, CancellationToken.None);
                if (!sent.Accepted) NotTaken(log, message.Purpose);
            }
            catch (Exception fault)
            {
                Failed(log, fault, message.Purpose);
            }
        }
    }

    private static OutgoingMessage Outgoing(MemberMessage message, string mobile, Brand brand) => new(
        brand, mobile, message.Purpose, message.Text,
        [("brand", brand.Name), .. message.Values.Select(v => (v.Name, v.Value is LocalName name ? name.In(Language) : v.Value))],
        Language);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The gateway did not take a message: {Purpose}")]
    private static partial void NotTaken(ILogger log, string purpose);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A message could not be sent: {Purpose}")]
    private static partial void Failed(ILogger log, Exception fault, string purpose);
}
