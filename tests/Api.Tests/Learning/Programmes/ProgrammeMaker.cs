using MethodCenter.Api.Tests.Makers;

namespace MethodCenter.Api.Tests.Learning.Programmes;

internal sealed class ProgrammeMaker : Maker
{
    public ProgrammeMaker() => Object("/programmes/{id}", made => made.World.ProgrammeAsync(made.Code("programme")));
}
