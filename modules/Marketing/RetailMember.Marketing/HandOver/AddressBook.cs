using RetailMember.Marketing.WeChat;
using RetailMember.Membership;

namespace RetailMember.Marketing.HandOver;

/// <summary>Where members are reached on a channel.</summary>
internal sealed class AddressBook(IMemberContacts contacts, WeChatLinks links, RecipientBook recipients)
{
    public async Task<Addresses> OfAsync(IReadOnlyCollection<Guid> members, MessageChannel channel, CancellationToken cancel)
    {
        var found = await contacts.OfAsync(members, cancel);
        Guid[] reached = [.. found.Values.Select(c => c.Member).Distinct()];
        var known = channel switch
        {
            MessageChannel.Mail => await contacts.MailsAsync(reached, cancel),
            MessageChannel.WeChat => await links.OfAsync(reached, cancel),
            _ => found.Values.DistinctBy(c => c.Member).ToDictionary(c => c.Member, c => c.Mobile),
        };
        return new Addresses(found, known, known.ToDictionary(a => a.Key, a => recipients.IdOf(a.Value)));
    }
}

/// <param name="Contacts">By the keys that were asked for.</param>
/// <param name="ByMember">Mobiles, addresses of mail or names in WeChat, by the key of who is reached.</param>
/// <param name="Recipients">Their blind indexes, by the same.</param>
internal sealed record Addresses(
    IReadOnlyDictionary<Guid, MemberContact> Contacts,
    IReadOnlyDictionary<Guid, string> ByMember,
    IReadOnlyDictionary<Guid, string> Recipients)
{
    /// <summary>Each of those who are reached once.</summary>
    public Guid[] Reached => [.. Contacts.Values.Select(c => c.Member).Distinct()];

    /// <summary>Null where nobody knows an address of his.</summary>
    public string? RecipientOf(Guid asked) =>
        Contacts.TryGetValue(asked, out var contact) ? Recipients.GetValueOrDefault(contact.Member) : null;

    /// <summary>Null where nobody knows an address of his.</summary>
    public string? AddressOf(Guid asked) =>
        Contacts.TryGetValue(asked, out var contact) ? ByMember.GetValueOrDefault(contact.Member) : null;
}
