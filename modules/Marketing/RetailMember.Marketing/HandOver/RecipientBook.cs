using Microsoft.EntityFrameworkCore;
using RetailMember.Data;
using RetailMember.Marketing.Data;

namespace RetailMember.Marketing.HandOver;

/// <summary>
/// Numbers, and members, by their blind indexes: who wants no more, and one decision on a number at a time.
/// </summary>
internal sealed class RecipientBook(MarketingDb db, IRows rows, PersonalData personal)
{
    private const string Purpose = "marketing.recipient";
    private const string MemberPurpose = "marketing.recipient-member";

    public string IdOf(string address) => personal.BlindIndex(address, Purpose);

    /// <summary>Of the member himself, whatever his number is.</summary>
    public string IdOf(Guid member) => personal.BlindIndex(member.ToString("N"), MemberPurpose);

    /// <summary>These numbers, locked until the running transaction ends.</summary>
    public async Task<Dictionary<string, Recipient>> LockAsync(IEnumerable<string> ids, CancellationToken cancel)
    {
        // All in one order, so that two hosts never wait for one another crosswise.
        string[] ordered = [.. ids.Distinct().Order(StringComparer.Ordinal)];
        if (ordered.Length == 0) return [];
        await rows.InsertMissingAsync([.. ordered.Select(id => new Recipient { Id = id })], cancel);
        return (await rows.LockAsync<Recipient, string>(r => r.Id, ordered, cancel)).ToDictionary(r => r.Id);
    }

    /// <summary>Those of these numbers that are known, as they stand.</summary>
    public async Task<Dictionary<string, Recipient>> ReadAsync(IEnumerable<string> ids, CancellationToken cancel)
    {
        string[] asked = [.. ids.Distinct()];
        if (asked.Length == 0) return [];
        return await db.Recipients.AsNoTracking().Where(r => EF.Parameter(asked).Contains(r.Id))
            .ToDictionaryAsync(r => r.Id, cancel);
    }

    /// <summary>No more commercial messages to these, of any brand. A reply that is told twice counts once.</summary>
    public Task OptOutAsync(IEnumerable<string> ids, OptOutWay way, DateTime at, CancellationToken cancel) =>
        OptOutAsync(ids.Distinct().ToDictionary(id => id, _ => at), way, cancel);

    /// <summary>The same, each since a moment of his own: all are locked at once, for whoever decides on many locks them so.</summary>
    public async Task OptOutAsync(IReadOnlyDictionary<string, DateTime> since, OptOutWay way, CancellationToken cancel)
    {
        var leaving = (await LockAsync(since.Keys, cancel)).Values.Where(r => !(r.OptedOutAt >= since[r.Id])).ToList();
        foreach (var recipient in leaving) (recipient.OptedOutAt, recipient.OptedOutBy) = (since[recipient.Id], way);
        await rows.UpdateAsync(leaving, [nameof(Recipient.OptedOutAt), nameof(Recipient.OptedOutBy)], cancel);
    }
}
