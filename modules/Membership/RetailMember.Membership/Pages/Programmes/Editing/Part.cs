using RetailMember.Membership.Programmes;

namespace RetailMember.Membership.Pages.Programmes.Editing;

/// <summary>A part of the document that has a form of its own.</summary>
/// <typeparam name="TForm">
/// What the form holds. Where it differs from the document it is because people write yuan and per cent where the
/// document holds fen and shares.
/// </typeparam>
internal abstract class Part<TForm>
    where TForm : class
{
    /// <summary>Its name in addresses, and the place on the version's page that shows it.</summary>
    public abstract string Name { get; }

    /// <summary>Its entries come and go; otherwise there is one of it.</summary>
    public virtual bool IsList => false;

    /// <summary>Of a list the entry with this index, or the beginning of a new one.</summary>
    public abstract TForm Read(ProgrammeDocument document, int? index);

    public abstract ProgrammeDocument Write(ProgrammeDocument document, int? index, TForm form);

    /// <summary>The field of the form at fault, or null where the fault lies outside of it.</summary>
    /// <param name="path">JSON path of the fault.</param>
    public abstract string? FieldOf(string path, ProgrammeDocument document, int? index);
}
