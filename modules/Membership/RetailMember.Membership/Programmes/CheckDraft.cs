using RetailMember.Texts;
using RetailMember.UseCases;

namespace RetailMember.Membership.Programmes;

/// <summary>Says what is wrong with a version and how each of its worked examples comes out.</summary>
[Needs(MembershipPermissions.ViewProgrammes)]
internal sealed class CheckDraft(ProgrammeBook book, ITexts texts) : Query<CheckDraft.Input, ProgrammeReview>
{
    protected override async Task<ProgrammeReview> RunAsync(Input input, CallContext call, CancellationToken cancel) =>
        ProgrammeReview.Of((await book.FindAsync(input.Version, cancel)).Document, texts);

    internal sealed record Input(int Version) : IInput<ProgrammeReview>;
}
