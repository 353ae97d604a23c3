namespace MethodCenter.Application.Common.Paging;

/// <summary>A member of a list request that comes from the path of the URL, not from its query.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class FromRouteAttribute : Attribute;
