using Microsoft.EntityFrameworkCore;
using RetailMember.Membership.Data;
using RetailMember.UseCases;

namespace RetailMember.Membership.Programmes;

/// <summary>The brand's versions, newest first, and the templates to start another one from.</summary>
[Needs(MembershipPermissions.ViewProgrammes)]
internal sealed class FindProgrammeVersions(MembershipDb db, ProgrammeShelf shelf, ProgrammeTemplateShelf templates)
    : Query<FindProgrammeVersions.Input, FindProgrammeVersions.Result>
{
    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var inForce = (await shelf.OfAsync(db, call.RequiredBrand.Id, cancel)).FindAt(call.At)?.Number;
        var versions = await db.ProgrammeVersions.AsNoTracking()
            .OrderByDescending(v => v.Number)
            .Select(v => new Row(
                v.Number, v.Status, v.Number == inForce, v.EffectiveFrom, v.Note, v.DraftedBy, v.DraftedAt, v.ActivatedBy,
                v.ActivatedAt))
            .ToListAsync(cancel);
        return new Result(versions, templates.CodesFor(call.RequiredBrand));
    }

    internal sealed record Input : IInput<Result>;

    internal sealed record Result(IReadOnlyList<Row> Versions, IReadOnlyList<string> Templates);

    /// <param name="InForce">It judges what is bought now.</param>
    /// <param name="EffectiveFrom">UTC; absent on a draft.</param>
    internal sealed record Row(
        int Version,
        ProgrammeStatus Status,
        bool InForce,
        DateTime? EffectiveFrom,
        string? Note,
        string DraftedBy,
        DateTime DraftedAt,
        string? ActivatedBy,
        DateTime? ActivatedAt);
}
