namespace RetailMember.Settings;

/// <summary>
/// What a module has against values of its settings, beyond what each setting takes by itself. All that are registered are
/// asked.
/// </summary>
public interface ISettingRule
{
    /// <summary>Refuses a value that somebody sets; does nothing for settings that are not its own.</summary>
    /// <param name="setting">Name of the setting that changes.</param>
    /// <param name="after">All values as they would be.</param>
    /// <param name="brandId">For which brand they would hold; null: the chain.</param>
    void Require(string setting, ISettings after, int? brandId);

    /// <summary>What is to be said of a value as it is, in the language of whoever asks; null: nothing.</summary>
    /// <param name="setting">Name of the setting.</param>
    /// <param name="settings">All values.</param>
    /// <param name="brandId">For which brand; null: the chain.</param>
    string? WarningOf(string setting, ISettings settings, int? brandId);
}
