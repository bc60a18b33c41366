using RetailMember.Marketing.Data;
using RetailMember.Marketing.HandOver;
using RetailMember.Membership;

namespace RetailMember.Marketing.OptOuts;

/// <inheritdoc cref="IMessageOptOuts" />
internal sealed class OptOutsOfMembers(AddressBook addresses, OptOutBook book) : IMessageOptOuts
{
    public async Task<IReadOnlyDictionary<Guid, MessageOptOut>> OfAsync(
        IReadOnlyCollection<Guid> members, CancellationToken cancel)
    {
        var found = await addresses.OfAsync(members, MessageChannel.Sms, cancel);
        var known = await book.SaidAsync(found, cancel);
        var left = new Dictionary<Guid, MessageOptOut>();
        foreach (var member in members)
            if (found.Contacts.GetValueOrDefault(member) is { } contact
                && known.GetValueOrDefault(contact.Member) is { OptedOutAt: { } at } said)
                left[member] = new MessageOptOut(at, said.OptedOutBy == OptOutWay.Reply);
        return left;
    }
}
