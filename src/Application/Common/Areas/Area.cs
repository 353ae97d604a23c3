using System.Collections.Immutable;
using MethodCenter.Application.Common.Changes;
using MethodCenter.Domain.Common.Norms;
using Microsoft.Extensions.DependencyInjection;

namespace MethodCenter.Application.Common.Areas;

/// <summary>What an area brings into the house. It is found where it lives and entered into no list.</summary>
/// <remarks>
/// Found in the same way, without being named here: its requests, handlers, validators, reactions to events,
/// projections, datasets with their importers and exporters, texts, and its <c>…Permissions</c> with the roles that
/// hold them (<see cref="Security.HeldByAttribute"/>). An area that brings nothing else needs no such class.
/// </remarks>
public abstract class Area
{
    private static readonly Lazy<ImmutableArray<Area>> Found = new(() =>
        [
            .. AssemblyParts
                .Classes.Where(type => typeof(Area).IsAssignableFrom(type))
                .Select(type => (Area)Activator.CreateInstance(type, nonPublic: true)!),
        ]
    );

    /// <summary>Every area of the service.</summary>
    public static ImmutableArray<Area> All => Found.Value;

    /// <summary>Kinds of its objects whose changes are published: every aggregate.</summary>
    public virtual IEnumerable<ChangeType> Changes => [];

    /// <summary>Numbers of the law by which it decides.</summary>
    public virtual IEnumerable<NormDefinition> Norms => [];

    /// <summary>What its handlers are given besides the ports.</summary>
    public virtual void AddServices(IServiceCollection services) { }
}
