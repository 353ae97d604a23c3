using MethodCenter.Application.Learning.Programmes;
using MethodCenter.Domain.Learning.Frdo;
using MethodCenter.Domain.Learning.Programmes;

namespace MethodCenter.Application.Learning.Frdo;

/// <inheritdoc cref="IProgrammePrecheck"/>
internal sealed class FrdoProgrammePrecheck : IProgrammePrecheck
{
    public IReadOnlyList<Warning> Of(Programme programme) => [.. FrdoProgramme.Doubts(programme)];
}
