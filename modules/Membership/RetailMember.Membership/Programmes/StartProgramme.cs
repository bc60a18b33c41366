using Microsoft.EntityFrameworkCore;
using RetailMember.Membership.Data;
using RetailMember.UseCases;

namespace RetailMember.Membership.Programmes;

/// <summary>Gives a brand without a programme its first version, ready from a template, so that it can sell at once.</summary>
[Needs(MembershipPermissions.ActivateProgrammes)]
internal sealed class StartProgramme(
    MembershipDb db, ProgrammeBook book, ProgrammeTemplateShelf templates, ProgrammeReviews reviews)
    : UseCase<StartProgramme.Input, StartProgramme.Result>
{
    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        if (await db.ProgrammeVersions.AnyAsync(v => v.Status == ProgrammeStatus.Active, cancel))
            throw new Refusal("membership.programme-exists", RefusalKind.Conflict);
        var first = await book.AddDraftAsync(templates.For(call.RequiredBrand, input.Template), note: null, call, cancel);
        var from = input.EffectiveFrom is { } given ? call.InstantOf(given) : call.At;
        var review = await reviews.OfAsync(first.Document, call.RequiredBrand, cancel);
        ActivateProgramme.Activate(first, review, from, call);
        return new Result(first.Number, from);
    }

    /// <param name="Template">The code of a template.</param>
    /// <param name="EffectiveFrom">May lie in the past, for receipts from before the system; now where it is left out.</param>
    internal sealed record Input(string Template, DateTime? EffectiveFrom = null) : IInput<Result>;

    /// <param name="EffectiveFrom">UTC.</param>
    internal sealed record Result(int Version, DateTime EffectiveFrom);
}
