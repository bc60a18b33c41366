namespace RetailMember.Membership.Programmes;

/// <summary>Gathers faults, and knows the checks that every part of a document has in common.</summary>
internal sealed class FaultList
{
    /// <summary>No rate, factor or coefficient is larger.</summary>
    public const decimal MostFactor = 20m;

    private const int LongestCode = 40;
    private const int LongestName = 60;
    private const int LongestList = 100;

    private readonly List<ProgrammeFault> faults = [];

    public IReadOnlyList<ProgrammeFault> All => faults;

    public void Add(string code, string path, object? value = null) =>
        faults.Add(new(ProgrammeFault.Prefix + code, path, value));

    public void Unless(bool sound, string code, string path, object? value = null)
    {
        if (!sound)
            Add(code, path, value);
    }

    public void Range(long value, long least, long most, string path) =>
        Unless(value >= least && value <= most, "out-of-range", path, value);

    /// <summary>More than 0, at most so much, and no finer than four decimal places.</summary>
    public void Rate(decimal value, decimal most, string path) =>
        Unless(value > 0 && value <= most && Factor.IsExact(value), "out-of-range", path, value);

    public void PayRate(decimal value, string path) =>
        Unless(Values.PayRate.TryFrom(value, out _), "pay-rate", path, value);

    public void Name(LocalName name, string path)
    {
        Unless(IsText(name.ZhHans, LongestName), "name", path + ".zh-Hans", name.ZhHans);
        Unless(IsText(name.En, LongestName), "name", path + ".en", name.En);
    }

    /// <summary>Codes are short, made of lower-case letters, digits and hyphens, and unique in their list.</summary>
    public void Codes(IReadOnlyList<string> codes, string path)
    {
        Size(codes.Count, path);
        var seen = new HashSet<string>();
        for (var i = 0; i < codes.Count; i++)
        {
            Unless(IsCode(codes[i]), "code", $"{path}[{i}].code", codes[i]);
            Unless(seen.Add(codes[i]), "duplicate-code", $"{path}[{i}].code", codes[i]);
        }
    }

    /// <summary>Names of things outside the document (stores, categories): not empty, each once.</summary>
    public void References(IReadOnlyList<string> names, string path)
    {
        Size(names.Count, path);
        Unless(names.All(name => IsText(name, LongestName)), "reference", path);
        Unless(names.Distinct().Count() == names.Count, "duplicate-reference", path);
    }

    public void Size(int count, string path) => Unless(count <= LongestList, "too-many", path, count);

    private static bool IsText(string text, int longest) => !string.IsNullOrWhiteSpace(text) && text.Length <= longest;

    private static bool IsCode(string code) =>
        code.Length is > 0 and <= LongestCode
        && code.All(sign => char.IsAsciiLetterLower(sign) || char.IsAsciiDigit(sign) || sign == '-');
}
