namespace MethodCenter.Application.Common.Reports;

/// <summary>The whole numbers of a type, a list or a whole report count something else than persons.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Property, Inherited = false)]
public sealed class NotPersonsAttribute : Attribute;

/// <summary>The rows of a list name persons: who may not read persons gets none of them.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class NamesPersonsAttribute : Attribute;

/// <summary>The rows of a list add up to other rows of the report as well as to its total.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class CrossTableAttribute : Attribute;

/// <summary>The member of the same object to which the rows of a list add up, where it is not <c>Total</c>.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class AddsUpToAttribute(string member) : Attribute
{
    public string Member => member;
}

/// <summary>
/// A second count of the same row. Beside the first it tells of the few by whom the two differ, so who reads aggregates
/// only gets the first alone.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class SecondMeasureAttribute : Attribute;
