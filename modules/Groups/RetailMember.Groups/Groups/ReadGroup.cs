using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using RetailMember.Brands;
using RetailMember.Groups.Data;
using RetailMember.Groups.Kinds;
using RetailMember.Ledger;
using RetailMember.Membership;
using RetailMember.UseCases;

namespace RetailMember.Groups.Groups;

/// <summary>A group: who is in it, the points that each has and all have together, and how it came about.</summary>
[Needs(GroupPermissions.ViewGroups)]
internal sealed class ReadGroup(
    GroupsDb db,
    GroupBook book,
    KindShelf kinds,
    IMemberFiles files,
    IMemberNumbers numbers,
    IMemberTiers tiers,
    ILedger ledger,
    IBrandDirectory brands)
    : Query<ReadGroup.Input, ReadGroup.Result>
{
    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var group = await book.FindAsync(input.Group, cancel);
        var kind = await kinds.OfAsync(group, cancel);
        var seats = await db.Seats.AsNoTracking().Where(s => s.GroupId == group.Id)
            .OrderBy(s => s.JoinedAt).ThenBy(s => s.MemberId).ToListAsync(cancel);
        var moves = await db.Moves.AsNoTracking().Where(m => m.GroupId == group.Id)
            .OrderBy(m => m.Id).ToListAsync(cancel);
        Guid[] ids = [.. seats.Select(s => s.MemberId)];
        var members = await files.ReadAsync(ids, cancel);
        var points = await ledger.ReadBalancesAsync(ids, MembershipUnits.Points, call.RequiredBrand.DateOf(call.At), cancel);
        var names = await numbers.OfAsync([.. moves.Select(m => m.MemberId).Append(group.HolderId).Distinct()], cancel);
        var ladder = await tiers.AtAsync(call.At, cancel);
        Member[] shown =
        [
            .. seats.Select(s => new Member(
                names.GetValueOrDefault(s.MemberId, ""), members.GetValueOrDefault(s.MemberId)?.IsActive == true,
                members.GetValueOrDefault(s.MemberId)?.Tier, s.MemberId == group.HolderId,
                points.GetValueOrDefault(s.MemberId)?.Usable ?? 0, s.JoinedAt)
            {
                TierName = ladder.FirstOrDefault(t => t.Code == members.GetValueOrDefault(s.MemberId)?.Tier)?.Name,
            }),
        ];
        return new Result(
            group.Id, KindView.Of(kind), group.Name, names.GetValueOrDefault(group.HolderId), group.FormedAt, group.EndedAt, shown,
            kind.Terms.Pool == PoolUse.Nobody ? null : shown.Where(m => m.Active).Sum(m => Math.Max(m.Points, 0)),
            [
                .. moves.Select(m => new Move(
                    m.Kind, names.GetValueOrDefault(m.MemberId), m.Reason, m.ProofSeen,
                    m.StoreId is { } store ? brands.FindStore(store)?.Code : null, m.Operator, m.At)),
            ]);
    }

    internal sealed record Input(Guid Group) : IInput<Result>;

    /// <param name="PoolPoints">Points that all have together and can use today; absent where nobody may pay with them.</param>
    /// <param name="Moves">Oldest first.</param>
    internal sealed record Result(
        Guid Group,
        KindView GroupKind,
        string? Name,
        string? HolderNo,
        DateTime FormedAt,
        DateTime? EndedAt,
        IReadOnlyList<Member> Members,
        long? PoolPoints,
        IReadOnlyList<Move> Moves);

    /// <param name="Active">False for one who has left the brand meanwhile: his points pay for nobody.</param>
    /// <param name="Points">Usable today; below zero where more was taken back than was there.</param>
    internal sealed record Member(
        string MemberNo, bool Active, string? TierCode, bool HasMainCard, long Points, DateTime JoinedAt)
    {
        /// <summary>For pages.</summary>
        [JsonIgnore]
        public string? TierName { get; init; }
    }

    internal sealed record Move(
        GroupMoveKind Kind, string? MemberNo, string? Reason, bool ProofSeen, string? StoreCode, string Operator, DateTime At);
}
