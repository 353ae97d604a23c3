using MethodCenter.Domain.Territory.Organisations;

namespace MethodCenter.Application.Territory.Organisations;

/// <summary>New status of an organisation and the day from which it holds.</summary>
public sealed record OrganisationStatusBody
{
    public required OrganisationStatus Status { get; init; }

    public required DateOnly Since { get; init; }
}
