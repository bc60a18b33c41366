using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using RetailMember.Values;

namespace RetailMember.Pages.Forms;

/// <summary>What all fields have: name, label, hint, value and the faults found in it.</summary>
public abstract class FieldBase : ComponentBase
{
    /// <summary>The JSON name of the property that it fills, for example <c>mobile</c> or <c>lines[0].amount</c>.</summary>
    [Parameter, EditorRequired] public string Name { get; set; } = "";

    [Parameter, EditorRequired] public string Label { get; set; } = "";

    /// <summary>What is there before the person types; what the person typed comes back by itself.</summary>
    [Parameter] public object? Value { get; set; }

    [Parameter] public string? Hint { get; set; }

    [Parameter] public bool Required { get; set; }

    [Parameter] public bool Disabled { get; set; }

    [Parameter] public bool AutoFocus { get; set; }

    /// <summary>Classes of the surrounding column, for example <c>col-md-6</c>.</summary>
    [Parameter] public string Class { get; set; } = "mb-3";

    /// <summary>Further attributes of the input itself: <c>inputmode</c>, <c>hx-get</c>, <c>list</c>…</summary>
    [Parameter(CaptureUnmatchedValues = true)] public IReadOnlyDictionary<string, object>? More { get; set; }

    [CascadingParameter] private FormScope? Scope { get; set; }

    [CascadingParameter] protected PageContext Page { get; set; } = default!;

    protected IReadOnlyList<string> Faults { get; private set; } = [];

    protected string Id => "field-" + Name.Replace('[', '-').Replace(']', '-').Replace('.', '-');

    protected string? FaultsId => Faults.Count > 0 ? Id + "-faults" : null;

    protected string InvalidClass => Faults.Count > 0 ? "is-invalid" : "";

    /// <summary>What the person sent, if this page answers a form; else the value.</summary>
    protected string Current => Sent is { } form ? form[Name].ToString() : Written(Value);

    /// <summary>The form that this page answers, if it holds this field or, by the field's kind, would leave it out.</summary>
    private IFormCollection? Sent =>
        Page.Request.Http.Features.Get<IFormFeature>()?.Form is { } form && (form.ContainsKey(Name) || LeftOutWhenEmpty) ? form : null;

    /// <summary>Boxes that are not ticked are not sent.</summary>
    protected virtual bool LeftOutWhenEmpty => false;

    protected override void OnInitialized()
    {
        Scope?.Show(Name);
        Faults = [.. Scope?.Faults.For(Name) ?? []];
    }

    private static string Written(object? value) => value switch
    {
        null => "",
        Money money => money.ToString(),
        DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime time => time.ToString("yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture),
        bool yes => yes ? "true" : "false",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };
}
