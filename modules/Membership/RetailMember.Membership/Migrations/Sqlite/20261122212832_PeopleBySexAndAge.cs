using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace RetailMember.Membership.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class PeopleBySexAndAge : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "birth_year_index",
                table: "membership_person",
                type: "TEXT",
                maxLength: 43,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "sex_index",
                table: "membership_person",
                type: "TEXT",
                maxLength: 43,
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "birth_year_index",
                table: "membership_person");

            migrationBuilder.DropColumn(
                name: "sex_index",
                table: "membership_person");
        }
    }
}
