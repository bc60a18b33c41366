using RetailMember.Marketing.Data;
using RetailMember.Membership;

namespace RetailMember.Marketing.HandOver;

/// <summary>
/// Asks beforehand what the hand-over asks of each member: for whoever gives something with a message that would never be
/// sent.
/// </summary>
internal sealed class MemberReach(AddressBook addresses, RecipientBook recipients, IEnumerable<IMarketingConsents> consents)
{
    /// <summary>Those of these members who would not be written to now, each with the reason.</summary>
    public async Task<IReadOnlyDictionary<Guid, MessageReason>> UnreachedAsync(
        IReadOnlyCollection<Guid> members, TemplateKind kind, MessageChannel channel, CancellationToken cancel)
    {
        var reached = await addresses.OfAsync(members, channel, cancel);
        var commercial = kind == TemplateKind.Marketing;
        var agreed = await consents.AgreedAsync(commercial ? reached.Reached : [], cancel);
        var known = await recipients.ReadAsync(commercial ? [.. reached.Recipients.Values] : [], cancel);
        var unreached = new Dictionary<Guid, MessageReason>();
        foreach (var member in members)
            if (Fault(member) is { } reason) unreached[member] = reason;
        return unreached;

        MessageReason? Fault(Guid member)
        {
            if (reached.RecipientOf(member) is not { } recipient) return MessageReason.NoAddress;
            if (!commercial) return null;
            if (!agreed.TryGetValue(reached.Contacts[member].Member, out var since)) return MessageReason.NoConsent;
            return known.GetValueOrDefault(recipient)?.HasLeftSince(since) == true ? MessageReason.OptedOut : null;
        }
    }
}
