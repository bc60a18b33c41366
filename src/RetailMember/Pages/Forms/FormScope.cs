namespace RetailMember.Pages.Forms;

/// <summary>What the fields of one form share.</summary>
public sealed class FormScope(FormFaults faults)
{
    private readonly HashSet<string> _shown = new(StringComparer.OrdinalIgnoreCase);

    public FormFaults Faults { get; } = faults;

    public IReadOnlySet<string> Shown => _shown;

    public void Show(string field) => _shown.Add(field);
}
