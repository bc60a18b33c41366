using RetailMember.Texts;
using RetailMember.UseCases;

namespace RetailMember.Pages.Forms;

/// <summary>What was wrong with a form: texts per field, and texts for the form as a whole.</summary>
public sealed class FormFaults
{
    public static readonly FormFaults None = new([], []);

    private readonly ILookup<string, string> _byField;

    /// <param name="fields">Field names compare without case; JSON names such as <c>lines[0].amount</c> fit.</param>
    public FormFaults(IReadOnlyList<string> whole, IEnumerable<(string Field, string Text)> fields)
    {
        Whole = whole;
        _byField = fields.ToLookup(f => f.Field, f => f.Text, StringComparer.OrdinalIgnoreCase);
    }

    public IReadOnlyList<string> Whole { get; }

    public bool Any => Whole.Count > 0 || _byField.Count > 0;

    public IEnumerable<string> For(string field) => _byField[field];

    /// <summary>The fields at fault that no component of the form shows, with their texts.</summary>
    public IEnumerable<(string Field, string Text)> Outside(IReadOnlySet<string> shown) =>
        _byField.Where(g => !shown.Contains(g.Key)).SelectMany(g => g.Select(text => (g.Key, text)));

    public static FormFaults Of(Refusal refusal, ITexts texts) => refusal.Fields.Count == 0
        ? new([texts.Format("refusal." + refusal.Code, refusal.Facts)], [])
        : new([], refusal.Fields.Select(f => (f.Field, texts.Format("refusal." + f.Code, f.Facts))));

    public static FormFaults Of(string text) => new([text], []);
}
