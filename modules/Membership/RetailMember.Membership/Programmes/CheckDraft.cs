using RetailMember.UseCases;

namespace RetailMember.Membership.Programmes;

/// <summary>Says what is wrong with a version and how each of its worked examples comes out.</summary>
[Needs(MembershipPermissions.ViewProgrammes)]
internal sealed class CheckDraft(ProgrammeBook book, ProgrammeReviews reviews) : Query<CheckDraft.Input, ProgrammeReview>
{
    protected override async Task<ProgrammeReview> RunAsync(Input input, CallContext call, CancellationToken cancel) =>
        await reviews.OfAsync((await book.FindAsync(input.Version, cancel)).Document, call.RequiredBrand, cancel);

    internal sealed record Input(int Version) : IInput<ProgrammeReview>;
}
