using Microsoft.EntityFrameworkCore;
using RetailMember.Brands;
using RetailMember.Ledger;
using RetailMember.Membership.Data;
using RetailMember.Membership.Imports.Files;
using RetailMember.Membership.Members;
using RetailMember.UseCases;

namespace RetailMember.Membership.Imports.Work;

/// <summary>Posts opening lots within the running transaction, a few statements however many they are.</summary>
internal sealed class LotIntake(MembershipDb db, MemberLookup lookup, ILedger ledger, TimeProvider time)
{
    public async Task<IReadOnlyList<RowOutcome>> OpenAsync(
        IReadOnlyList<LotRow> rows, CallContext call, CancellationToken cancel)
    {
        var ids = await lookup.FindAsync(call.RequiredBrand.Id, [.. rows.Select(r => r.MemberNo).Distinct()], cancel);
        Guid[] found = [.. ids.Values.Distinct()];
        var active = await db.Members.Where(m => found.Contains(m.Id) && m.Status == MemberStatus.Active)
            .Select(m => m.Id).ToHashSetAsync(cancel);
        var today = time.Today(call.RequiredBrand);

        var outcomes = new RowOutcome[rows.Count];
        var postings = new List<Posting>(rows.Count);
        var places = new List<int>(rows.Count);
        for (var i = 0; i < rows.Count; i++)
        {
            outcomes[i] = Look(rows[i], ids, active, today);
            if (outcomes[i] != RowOutcome.Written) continue;
            postings.Add(rows[i].Opening(ids[rows[i].MemberNo], call.Caller.Name, call.Caller.Name));
            places.Add(i);
        }

        var posted = await ledger.PostAsync(postings, cancel);
        for (var i = 0; i < posted.Count; i++) outcomes[places[i]] = Of(posted[i]);
        return outcomes;
    }

    private static RowOutcome Look(
        LotRow row, IReadOnlyDictionary<string, Guid> ids, HashSet<Guid> active, DateOnly today)
    {
        if (row.EarnedOn > today) return RowOutcome.No("membership.day-to-come", Columns.EarnedOn);
        if (!ids.TryGetValue(row.MemberNo, out var id))
            return RowOutcome.No(MemberRefusals.NotFoundCode, Columns.MemberNo);
        return active.Contains(id) ? RowOutcome.Written : RowOutcome.No(MemberRefusals.NotActiveCode, Columns.MemberNo);
    }

    private static RowOutcome Of(PostingOutcome posted) => posted.Status switch
    {
        PostingStatus.Posted => RowOutcome.Written,
        PostingStatus.Replayed => RowOutcome.Known,
        _ => RowOutcome.No(posted.Code!, posted.Code == LedgerRefusals.KeyReused ? Columns.Reference : null),
    };
}
