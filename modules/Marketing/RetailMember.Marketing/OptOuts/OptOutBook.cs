using RetailMember.Brands;
using RetailMember.Data;
using RetailMember.Marketing.Data;
using RetailMember.Marketing.HandOver;
using RetailMember.Marketing.WeChat;
using RetailMember.Membership;

namespace RetailMember.Marketing.OptOuts;

/// <summary>
/// Who wants no more commercial messages: what was said for a number holds for that number in every brand, what a member said
/// himself for him on every channel and with whatever number he has next. Files that were merged speak for who stays.
/// </summary>
internal sealed class OptOutBook(
    RecipientBook recipients, IMemberFiles files, IMemberContacts contacts, IMergedMembers merged, WeChatLinks links,
    IEnumerable<IMarketingConsents> consents, IBrandDirectory brands, DataSession session)
{
    /// <summary>What those who are reached said last, by their keys; who said nothing is absent.</summary>
    public async Task<IReadOnlyDictionary<Guid, Recipient>> SaidAsync(Addresses addresses, CancellationToken cancel)
    {
        var reached = addresses.Reached;
        var former = (await merged.IntoAsync(reached, cancel)).ToLookup(m => m.Into, m => m.Id);
        var ids = reached.ToDictionary(m => m, m => IdsOf(m).ToList());
        var known = await recipients.ReadAsync(ids.Values.SelectMany(i => i), cancel);
        return ids
            .Select(i => (Member: i.Key, Said: i.Value.Select(id => known.GetValueOrDefault(id)).MaxBy(r => r?.OptedOutAt)))
            .Where(s => s.Said?.OptedOutAt is not null).ToDictionary(s => s.Member, s => s.Said!);

        IEnumerable<string> IdsOf(Guid member)
        {
            if (addresses.Recipients.TryGetValue(member, out var address)) yield return address;
            yield return recipients.IdOf(member);
            foreach (var file in former[member]) yield return recipients.IdOf(file);
        }
    }

    /// <summary>
    /// Somebody said so from each of these numbers: it holds for the number, and for the members of all brands who have it now.
    /// </summary>
    public async Task LeaveAsync(IReadOnlyDictionary<string, DateTime> byMobile, CancellationToken cancel)
    {
        if (byMobile.Count == 0) return;
        var leaving = byMobile.Select(m => (Id: recipients.IdOf(m.Key), At: m.Value)).ToList();
        await ForHoldersAsync(
            [.. byMobile.Keys],
            holders =>
            {
                leaving.AddRange(holders.Select(h => (recipients.IdOf(h.Member), byMobile[h.Mobile])));
                return Task.CompletedTask;
            },
            cancel);
        await recipients.OptOutAsync(
            leaving.GroupBy(l => l.Id).ToDictionary(g => g.Key, g => g.Max(l => l.At)), OptOutWay.Reply, cancel);
    }

    /// <summary>A follower wrote so: it holds for him there, and for the members of all brands who he is.</summary>
    public async Task LeaveByWeChatAsync(string openId, DateTime at, CancellationToken cancel)
    {
        var follower = recipients.IdOf(openId);
        var members = await links.MembersAsync(follower, cancel);
        await recipients.OptOutAsync([follower, .. members.Select(recipients.IdOf)], OptOutWay.Reply, at, cancel);
    }

    /// <summary>
    /// A follower left: he is linked to no member any more, of whatever brand, and under that name gets nothing commercial until
    /// somebody who is linked to it again agrees. What he hears elsewhere is another matter.
    /// </summary>
    public async Task EndWeChatAsync(string openId, DateTime at, CancellationToken cancel)
    {
        var follower = recipients.IdOf(openId);
        await recipients.OptOutAsync([follower], OptOutWay.Reply, at, cancel);
        await links.EndAsync(follower, at, cancel);
    }

    /// <summary>
    /// Whether it was said for an address, or by a member of any brand whose mobile it is, and none of them has agreed since.
    /// Who has an e-mail address is not known: what was said for that stands.
    /// </summary>
    public async Task<bool> HasLeftAsync(string address, CancellationToken cancel)
    {
        List<string> ids = [recipients.IdOf(address)];
        List<DateTime?> agreed = [];
        await ForHoldersAsync(
            [address],
            async found =>
            {
                Guid[] holders = [.. found.Select(h => h.Member)];
                var former = await merged.IntoAsync(holders, cancel);
                ids.AddRange(holders.Concat(former.Select(m => m.Id)).Select(recipients.IdOf));
                agreed.AddRange((await consents.AgreedAsync(holders, cancel)).Values.Cast<DateTime?>());
            },
            cancel);
        var known = await recipients.ReadAsync(ids, cancel);
        return known.Values.Max(r => r.OptedOutAt) is { } left && !(agreed.Max() > left);
    }

    /// <summary>
    /// He said so himself in a store: it holds for him, for every address of his, and for the members of all brands who have his
    /// number now, on whatever address they are reached.
    /// </summary>
    public async Task LeaveAsync(MemberContact contact, DateTime at, CancellationToken cancel)
    {
        List<Guid> elsewhere = [];
        await ForHoldersAsync(
            [contact.Mobile],
            holders =>
            {
                elsewhere.AddRange(holders.Select(h => h.Member));
                return Task.CompletedTask;
            },
            cancel);
        var mails = await contacts.MailsAsync([contact.Member], cancel);
        await recipients.OptOutAsync(
            [
                recipients.IdOf(contact.Mobile), recipients.IdOf(contact.Member),
                .. elsewhere.Select(recipients.IdOf), .. mails.Values.Select(recipients.IdOf),
                .. await links.RecipientsAsync(contact.Member, cancel),
            ],
            OptOutWay.Store, at, cancel);
    }

    /// <summary>Does something with those of each brand who have one of these mobiles now, for that brand.</summary>
    private async Task ForHoldersAsync(
        string[] mobiles, Func<IReadOnlyList<MemberContact>, Task> work, CancellationToken cancel)
    {
        var before = session.Brand;
        try
        {
            foreach (var brand in brands.Brands)
            {
                session.Brand = brand.Id;
                var found = await files.FindAsync(mobiles, cancel);
                var known = await contacts.OfAsync([.. found.Values.Select(f => f.Id)], cancel);
                await work([.. known.Values.DistinctBy(c => c.Member).Where(c => mobiles.Contains(c.Mobile))]);
            }
        }
        finally
        {
            session.Brand = before;
        }
    }
}
