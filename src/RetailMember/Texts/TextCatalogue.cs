using System.Collections.Frozen;
using System.Globalization;
using System.Reflection;
using System.Text.Json;

namespace RetailMember.Texts;

/// <summary>
/// All texts of all modules: embedded files <c>Texts/zh-Hans.json</c> and <c>Texts/en.json</c> of each module's
/// assembly. Languages fall back to zh-Hans.
/// </summary>
public sealed class TextCatalogue
{
    public const string DefaultLanguage = "zh-Hans";

    public static readonly IReadOnlyList<string> Languages = [DefaultLanguage, "en"];

    private readonly FrozenDictionary<string, FrozenDictionary<string, string>> byLanguage;

    public TextCatalogue(IEnumerable<Assembly> assemblies)
    {
        var all = Languages.ToDictionary(l => l, _ => new Dictionary<string, string>());
        foreach (var assembly in assemblies.Distinct())
            foreach (var language in Languages)
                Read(assembly, language, all[language]);
        byLanguage = all.ToFrozenDictionary(p => p.Key, p => p.Value.ToFrozenDictionary());
    }

    public IReadOnlyDictionary<string, string> In(string language) => byLanguage[language];

    public ITexts For(string? language) =>
        new Of(this, language is not null && byLanguage.ContainsKey(language) ? language : DefaultLanguage);

    private static void Read(Assembly assembly, string language, Dictionary<string, string> into)
    {
        foreach (var name in assembly.GetManifestResourceNames())
        {
            if (!name.EndsWith($"Texts.{language}.json", StringComparison.Ordinal)) continue;
            using var stream = assembly.GetManifestResourceStream(name)!;
            foreach (var (key, text) in JsonSerializer.Deserialize<Dictionary<string, string>>(stream)!)
                if (!into.TryAdd(key, text))
                    throw new InvalidOperationException($"The text '{key}' stands twice in {language}.");
        }
    }

    private sealed class Of(TextCatalogue catalogue, string language) : ITexts
    {
        private readonly FrozenDictionary<string, string> texts = catalogue.byLanguage[language];
        private readonly FrozenDictionary<string, string> fallback = catalogue.byLanguage[DefaultLanguage];

        public string Language => language;

        public string this[string key] =>
            texts.TryGetValue(key, out var text) || fallback.TryGetValue(key, out text) ? text : key;

        public bool Has(string key) => texts.ContainsKey(key) || fallback.ContainsKey(key);

        public string Format(string key, params object?[] args) =>
            string.Format(CultureInfo.GetCultureInfo(language), this[key], args);

        public string Format(string key, IReadOnlyList<(string Name, object? Value)> facts)
        {
            var text = this[key];
            foreach (var (name, value) in facts)
                text = text.Replace("{" + name + "}", NameOf(name, value), StringComparison.Ordinal);
            return text;
        }

        /// <summary>A permission, role or module is told by its name, a day as ISO 8601 writes it; any other fact as it is.</summary>
        private string? NameOf(string fact, object? value)
        {
            var written = value is DateOnly day
                ? day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
                : Convert.ToString(value, CultureInfo.InvariantCulture);
            return Has($"{fact}.{written}") ? this[$"{fact}.{written}"] : written;
        }
    }
}
