using RetailMember.Membership.Programmes;
using RetailMember.Values;

namespace RetailMember.Membership.Pages.Programmes.Editing.Parts;

/// <summary>What makes a customer a member, and for how long.</summary>
/// <param name="AmountFen">Yuan in the form; called as the document calls it, so that its faults find it.</param>
internal sealed record EnrolmentForm(EnrolmentKind Kind, Money AmountFen, bool Review, int? ValidMonths, Money? RenewalFen);

internal sealed class EnrolmentPart : Part<EnrolmentForm>
{
    private const string Path = "$.enrolment.";

    public override string Name => "enrolment";

    public override EnrolmentForm Read(ProgrammeDocument document, int? index) =>
        new(
        document.Enrolment.Kind, new Money(document.Enrolment.AmountFen), document.Enrolment.Review,
        document.Enrolment.ValidMonths, new Money(document.Enrolment.RenewalFen));

    public override ProgrammeDocument Write(ProgrammeDocument document, int? index, EnrolmentForm form) => document with
    {
        Enrolment = new EnrolmentPolicy
        {
            Kind = form.Kind,
            AmountFen = form.Kind == EnrolmentKind.None ? 0 : form.AmountFen.Fen,
            Review = form.Review,
            ValidMonths = form.ValidMonths,
            RenewalFen = form.ValidMonths is null ? 0 : form.RenewalFen?.Fen ?? 0,
        },
    };

    public override string? FieldOf(string path, ProgrammeDocument document, int? index) =>
        path.StartsWith(Path, StringComparison.Ordinal) ? path[Path.Length..] : null;
}
