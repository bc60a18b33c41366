using Microsoft.EntityFrameworkCore;
using RetailMember.Membership.Data;
using RetailMember.UseCases;

namespace RetailMember.Membership.Programmes;

/// <summary>
/// Puts a draft in force from an instant on. It has at least one example, and all of them must pass. Never in the past,
/// where purchases have been judged already; only a brand's first version may reach back, for receipts from before the
/// system.
/// </summary>
[Needs(MembershipPermissions.ActivateProgrammes)]
internal sealed class ActivateProgramme(MembershipDb db, ProgrammeBook book, ProgrammeReviews reviews)
    : UseCase<ActivateProgramme.Input, ActivateProgramme.Result>
{
    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var draft = await book.FindDraftAsync(input.Version, cancel);
        var from = input.EffectiveFrom is { } given ? call.InstantOf(given) : call.At;
        if (from < call.At && await db.ProgrammeVersions.AnyAsync(v => v.Status == ProgrammeStatus.Active, cancel))
            throw new Refusal("membership.programme-in-the-past", RefusalKind.Invalid, ("from", from));
        Activate(draft, await reviews.OfAsync(draft.Document, call.RequiredBrand, cancel), from, call);
        return new Result(draft.Number, from);
    }

    /// <summary>Refuses a document with faults, and one that no example proves or whose examples do not come out.</summary>
    public static void Activate(ProgrammeVersion draft, ProgrammeReview review, DateTime from, CallContext call)
    {
        if (review.Faults is [var first, ..])
            throw new Refusal(
                "membership.programme-has-faults", RefusalKind.Conflict,
                ("count", review.Faults.Count), ("first", first.Message));
        if (review.Examples.Count == 0) throw new Refusal("membership.programme-without-example", RefusalKind.Conflict);
        if (review.Examples.FirstOrDefault(e => !e.Passed) is { } failed)
            throw new Refusal("membership.example-fails", RefusalKind.Conflict, ("example", failed.Name));
        draft.Status = ProgrammeStatus.Active;
        draft.EffectiveFrom = from;
        draft.ActivatedAt = call.At;
        draft.ActivatedBy = call.Caller.Name;
    }

    /// <param name="EffectiveFrom">With an offset, or the wall clock of the brand's time zone; now where it is left out.</param>
    internal sealed record Input(int Version, DateTime? EffectiveFrom = null) : IInput<Result>;

    /// <param name="EffectiveFrom">UTC.</param>
    internal sealed record Result(int Version, DateTime EffectiveFrom);
}
