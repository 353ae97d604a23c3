using System.Globalization;
using System.Reflection;

namespace MethodCenter.Api.OpenApi;

/// <summary>What one document says, in its language.</summary>
internal sealed class Wording(DocumentLanguage language, DocumentTexts texts, XmlDocs docs)
{
    public DocumentLanguage Language => language;

    /// <summary>A text that belongs to no area.</summary>
    public string Say(string english) => Say(english, DocumentTexts.Shared);

    /// <summary>A text with values in it, which belongs to no area.</summary>
    public string Say(string english, params ReadOnlySpan<object?> values) =>
        string.Format(CultureInfo.InvariantCulture, Say(english), values);

    /// <summary>A text of the area to which a type belongs.</summary>
    public string Say(string english, Type owner) => Say(english, DocumentTexts.AreaOf(owner));

    /// <summary>What a type is; null: its documentation says nothing.</summary>
    public string? Of(Type type) => In(docs.Summary(type), type);

    /// <summary>What a member of a type is.</summary>
    public string? Of(MemberInfo member) => In(docs.Summary(member), member.DeclaringType!);

    /// <summary>What an operation does, in detail.</summary>
    public string? Remarks(MethodInfo handler) => In(docs.Remarks(handler), handler.DeclaringType!);

    private string? In(string? english, Type owner) => english is null ? null : Say(english, owner);

    private string Say(string english, string area) =>
        language == DocumentLanguage.English ? english : texts.Russian(english, area);
}

/// <summary>The wording of each document.</summary>
internal sealed class Wordings(DocumentTexts texts, XmlDocs docs)
{
    private readonly Dictionary<string, Wording> _byDocument = DocumentLanguage.All.ToDictionary(
        language => language.Document,
        language => new Wording(language, texts, docs),
        StringComparer.Ordinal
    );

    public Wording Of(string document) => _byDocument[document];
}
