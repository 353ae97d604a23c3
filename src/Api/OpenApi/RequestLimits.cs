using System.Globalization;
using System.Linq.Expressions;
using System.Reflection;
using FluentValidation;
using FluentValidation.Validators;

namespace MethodCenter.Api.OpenApi;

/// <summary>The limits of the values of requests, read from the validators, so that the document cannot differ from them.</summary>
/// <remarks>
/// A rule is filed under the type and the member at its end: «command.Body.Reason» belongs to <c>ReasonBody.Reason</c>.
/// Where several requests share a body and differ, the document publishes what each of them accepts at most. Rules
/// with a condition are not published.
/// </remarks>
internal sealed class RequestLimits
{
    private const string Letters = "A-Za-zÀ-ÖØ-öø-ɏЀ-ҁҊ-ԯ";

    private readonly Dictionary<(Type Owner, string Member), Limits> _limits = [];

    public RequestLimits(IServiceProvider services)
    {
        var application = typeof(Application.DependencyInjection).Assembly;
        foreach (var found in AssemblyScanner.FindValidatorsInAssembly(application, includeInternalTypes: true))
        {
            if (services.GetService(found.InterfaceType) is IValidator validator)
            {
                Read(validator);
            }
        }
    }

    /// <summary>The limits of a member, its own or inherited; null where there are none.</summary>
    public Limits? Of(Type type, string member)
    {
        for (var owner = type; owner is not null; owner = owner.BaseType)
        {
            if (_limits.TryGetValue((owner, member), out var limits))
            {
                return limits;
            }
        }

        return null;
    }

    private void Read(IValidator validator)
    {
        var own = new Dictionary<(Type, string), Limits>();
        foreach (var rule in validator.CreateDescriptor().Rules)
        {
            if (
                rule.HasCondition
                || rule.Components.All(component => component.HasCondition)
                || rule.Expression?.Body is not MemberExpression { Expression: { } owner, Member: PropertyInfo member }
            )
            {
                continue;
            }

            var key = (owner.Type, member.Name);
            var limits = own.GetValueOrDefault(key) ?? new Limits();
            var each = rule.GetType()
                .GetInterfaces()
                .Any(one => one.IsGenericType && one.GetGenericTypeDefinition() == typeof(ICollectionRule<,>));
            own[key] = each
                ? limits with
                {
                    Items = Add(limits.Items ?? new Limits(), rule, rule.TypeToValidate),
                }
                : Add(limits, rule, member.PropertyType);
        }

        foreach (var (key, limits) in own)
        {
            _limits[key] = _limits.TryGetValue(key, out var known) ? known.OrElse(limits) : limits;
        }
    }

    private static Limits Add(Limits limits, IValidationRule rule, Type type) =>
        rule
            .Components.Where(component => !component.HasCondition)
            .Aggregate(limits, (known, component) => Add(known, component.Validator, type));

    private static Limits Add(Limits limits, IPropertyValidator validator, Type type)
    {
        var list = type != typeof(string) && type.IsAssignableTo(typeof(System.Collections.IEnumerable));
        return validator switch
        {
            INotEmptyValidator or INotNullValidator when list => limits with { Required = true, MinItems = 1 },
            INotEmptyValidator when type == typeof(string) => limits with { Required = true, MinLength = 1 },
            INotEmptyValidator or INotNullValidator => limits with { Required = true },
            ILengthValidator length when list => limits with { MaxItems = length.Max },
            ILengthValidator length => limits with
            {
                MinLength = length.Min > 0 ? length.Min : limits.MinLength,
                MaxLength = length.Max > 0 ? length.Max : limits.MaxLength,
            },
            IRegularExpressionValidator regex => limits with
            {
                Pattern = limits.Pattern is null ? Portable(regex) : $"(?={limits.Pattern}){Portable(regex)}",
            },
            IBetweenValidator { From: DateOnly from, To: DateOnly to } => limits with { Days = (from, to) },
            IBetweenValidator between => limits with { Minimum = Number(between.From), Maximum = Number(between.To) },
            IComparisonValidator { Comparison: Comparison.GreaterThanOrEqual, ValueToCompare: { } least } => limits with
            {
                Minimum = Number(least),
            },
            IComparisonValidator { Comparison: Comparison.LessThanOrEqual, ValueToCompare: { } most } => limits with
            {
                Maximum = Number(most),
            },
            _ => limits,
        };
    }

    /// <summary>The pattern in the words that every JSON Schema validator knows.</summary>
    /// <remarks>
    /// .NET's end of the text is «$» there. Classes such as \p{L} need the «u» flag, which many validators do not
    /// set; published are the letters of the Latin and Cyrillic scripts, though the service takes those of any.
    /// </remarks>
    private static string Portable(IRegularExpressionValidator regex) =>
        regex
            .Expression.Replace(@"\z", "$", StringComparison.Ordinal)
            .Replace(@"\p{L}", Letters, StringComparison.Ordinal)
            .Replace(@"\p{Nd}", "0-9", StringComparison.Ordinal)
            .Replace(@"\p{M}", "\u0300-\u036F", StringComparison.Ordinal);

    private static string? Number(object value) =>
        value is int or long or decimal or double ? Convert.ToString(value, CultureInfo.InvariantCulture) : null;
}

/// <summary>What the values of one member keep to.</summary>
internal sealed record Limits
{
    public bool Required { get; init; }

    public int? MinLength { get; init; }

    public int? MaxLength { get; init; }

    public string? Pattern { get; init; }

    public string? Minimum { get; init; }

    public string? Maximum { get; init; }

    public int? MinItems { get; init; }

    public int? MaxItems { get; init; }

    /// <summary>First and last day; JSON Schema has no words for them, so they go into the description.</summary>
    public (DateOnly From, DateOnly To)? Days { get; init; }

    /// <summary>The limits of each item of a list.</summary>
    public Limits? Items { get; init; }

    /// <summary>What one of two requests accepts.</summary>
    public Limits OrElse(Limits other) =>
        new()
        {
            Required = Required && other.Required,
            MinLength = Least(MinLength, other.MinLength),
            MaxLength = Most(MaxLength, other.MaxLength),
            Pattern = Pattern == other.Pattern ? Pattern : null,
            Minimum = Minimum == other.Minimum ? Minimum : null,
            Maximum = Maximum == other.Maximum ? Maximum : null,
            MinItems = Least(MinItems, other.MinItems),
            MaxItems = Most(MaxItems, other.MaxItems),
            Days = Days == other.Days ? Days : null,
            Items = Items is null || other.Items is null ? null : Items.OrElse(other.Items),
        };

    private static int? Least(int? one, int? other) =>
        one is null || other is null ? null : Math.Min(one.Value, other.Value);

    private static int? Most(int? one, int? other) =>
        one is null || other is null ? null : Math.Max(one.Value, other.Value);
}
