using RetailMember.Marketing.Data;
using RetailMember.Marketing.OptOuts;
using RetailMember.Membership;

namespace RetailMember.Marketing.HandOver;

/// <summary>
/// Asks beforehand what the hand-over asks of each member: for whoever gives something with a message that would never be
/// sent, or wants to know how many would be.
/// </summary>
internal sealed class MemberReach(AddressBook addresses, OptOutBook optOuts, IEnumerable<IMarketingConsents> consents)
{
    /// <summary>Those of these members who would not be written to now, each with the reason.</summary>
    public async Task<IReadOnlyDictionary<Guid, MessageReason>> UnreachedAsync(
        IReadOnlyCollection<Guid> members, TemplateKind kind, MessageChannel channel, CancellationToken cancel) =>
        (await OfAsync(members, kind, channel, cancel)).Where(r => r.Value.Fault is not null)
        .ToDictionary(r => r.Key, r => r.Value.Fault!.Value);

    /// <summary>How each of these members would be reached now, or why not.</summary>
    public async Task<IReadOnlyDictionary<Guid, ReachedMember>> OfAsync(
        IReadOnlyCollection<Guid> members, TemplateKind kind, MessageChannel channel, CancellationToken cancel)
    {
        var reached = await addresses.OfAsync(members, channel, cancel);
        var commercial = kind == TemplateKind.Marketing;
        var agreed = await consents.AgreedAsync(commercial ? reached.Reached : [], cancel);
        var said = commercial ? await optOuts.SaidAsync(reached, cancel) : new Dictionary<Guid, Recipient>();
        return members.Distinct().ToDictionary(
            m => m, m => new ReachedMember(reached.Contacts.GetValueOrDefault(m), reached.RecipientOf(m), Fault(m)));

        MessageReason? Fault(Guid member)
        {
            if (reached.RecipientOf(member) is null) return MessageReason.NoAddress;
            if (!commercial) return null;
            var contact = reached.Contacts[member].Member;
            if (!agreed.TryGetValue(contact, out var since)) return MessageReason.NoConsent;
            return said.GetValueOrDefault(contact)?.HasLeftSince(since) == true ? MessageReason.OptedOut : null;
        }
    }
}

/// <param name="Recipient">Blind index of his address; null where nobody knows one.</param>
/// <param name="Fault">Why he would not be written to; null: he would.</param>
internal readonly record struct ReachedMember(MemberContact? Contact, string? Recipient, MessageReason? Fault);
