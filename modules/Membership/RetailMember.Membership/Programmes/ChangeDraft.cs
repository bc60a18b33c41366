using System.Text.Json;
using FluentValidation;
using RetailMember.UseCases;

namespace RetailMember.Membership.Programmes;

/// <summary>
/// Stores a draft's document. It may still have faults, a draft is work in progress; the answer says which. What is no
/// programme document at all is refused.
/// </summary>
[Needs(MembershipPermissions.EditProgrammes)]
internal sealed class ChangeDraft(ProgrammeBook book, ProgrammeReviews reviews)
    : UseCase<ChangeDraft.Input, ChangeDraft.Result>
{
    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var draft = await book.FindDraftAsync(input.Version, cancel);
        if (draft.Version != input.Revision)
            throw new Refusal("membership.programme-changed-meanwhile", RefusalKind.Conflict, ("version", input.Version));
        if (!ProgrammeJson.TryRead(input.Document.GetRawText(), out var document, out var fault))
            throw new Refusal("membership.programme-unreadable", RefusalKind.Invalid, ("path", fault!.Path));
        var stored = ProgrammeJson.Write(document!);
        draft.Document = stored;
        draft.Note = input.Note;
        return new Result(input.Version, await reviews.OfAsync(stored, call.RequiredBrand, cancel));
    }

    internal sealed record Input : IInput<Result>
    {
        public required int Version { get; init; }

        /// <summary>As read; another one means that somebody else has saved meanwhile.</summary>
        public required long Revision { get; init; }

        public required JsonElement Document { get; init; }

        public string? Note { get; init; }
    }

    internal sealed record Result(int Version, ProgrammeReview Review);

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules() => RuleFor(i => i.Note).MaximumLength(500);
    }
}
