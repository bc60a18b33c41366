using Microsoft.EntityFrameworkCore;
using RetailMember.Membership.Data;
using RetailMember.UseCases;

namespace RetailMember.Membership.Members.Merging;

/// <summary>Who has been merged into a member, newest first; those that were undone too.</summary>
[Needs(MembershipPermissions.ViewMembers)]
internal sealed class FindMerges(MembershipDb db, MemberDesk desk) : Query<FindMerges.Input, FindMerges.Result>
{
    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var member = await desk.IdAsync(call, input.Member, cancel);
        var merges = await db.MemberMerges.AsNoTracking().Where(m => m.SurvivorId == member || m.DuplicateId == member)
            .Join(db.Members, m => m.DuplicateId, d => d.Id, (merge, duplicate) => new { merge, duplicate.MemberNo })
            .OrderByDescending(m => m.merge.At).ThenByDescending(m => m.merge.Id).ToListAsync(cancel);
        return new Result([.. merges.Select(m => new Row(
            m.merge.Id, m.MemberNo, m.merge.Points, m.merge.At, m.merge.Operator, m.merge.Reason,
            m.merge.UndoneAt, m.merge.UndoneBy, m.merge.UndoneFor, m.merge.MissingPoints))]);
    }

    internal sealed record Input([property: Personal] string Member) : IInput<Result>;

    internal sealed record Result(IReadOnlyList<Row> Items);

    /// <param name="Points">What the survivor gained.</param>
    /// <param name="At">UTC.</param>
    /// <param name="UndoneAt">UTC; left out while it stands.</param>
    /// <param name="MissingPoints">What of the duplicate's was spent or had lapsed when it was undone.</param>
    internal sealed record Row(
        Guid Merge, string DuplicateNo, long Points, DateTime At, string Operator, string Reason, DateTime? UndoneAt,
        string? UndoneBy, string? UndoneFor, long? MissingPoints);
}
